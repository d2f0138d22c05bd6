"""The page that tells how right the numbers were."""
