"""How counting, curves, the fit and answers grow with the number of reports. All simulated."""
