"""The model of a pooled fit as numpyro samples it: no closed form, no normal working model.

Its 64-bit numbers are switched on before anything else of it is used, for the whole process.
"""

import numpy as np
import numpyro
import numpyro.distributions as dist
from jax import random
from numpyro.diagnostics import gelman_rubin
from numpyro.infer import MCMC, NUTS, init_to_median

from tests.recovery.hierarchy import BASE_SD, OFFSET, SDS, Drawn
from yokame.stats import FloatArray

numpyro.enable_x64()

N_CHAINS, N_WARMUP, N_DRAWS = 2, 300, 500
# How far the strengths may lie from what is usual, as sd of their logarithm.
LOG_SD = 0.35


def _model(drawn: Drawn, *, learned: bool) -> None:
    n_columns = drawn.shape.n_columns
    base = numpyro.sample("base", dist.Normal(0, BASE_SD).expand([n_columns]))
    total = OFFSET + base
    for level in drawn.levels:
        sd = SDS[level.name]
        if learned:
            sd = sd * np.e ** numpyro.sample(f"log {level.name}", dist.Normal(0, LOG_SD))
        standard = dist.Normal(0, 1).expand([level.n_groups, n_columns])
        effect = numpyro.deterministic(level.name, sd * numpyro.sample(f"z {level.name}", standard))
        total = total + effect[level.group]
    events, at_risk = drawn.events.astype(int), drawn.at_risk.astype(int)
    numpyro.sample("events", dist.Binomial(at_risk, logits=total), obs=events)


def sampled(drawn: Drawn, *, learned: bool) -> tuple[FloatArray, FloatArray, float]:
    """Mean and sd of the log-odds of every question, and the worst r-hat of them."""
    kernel = NUTS(_model, init_strategy=init_to_median)
    run = MCMC(
        kernel,
        num_warmup=N_WARMUP,
        num_samples=N_DRAWS,
        num_chains=N_CHAINS,
        chain_method="sequential",
        progress_bar=False,
    )
    run.run(random.PRNGKey(7), drawn, learned=learned)
    draws = {name: np.asarray(v) for name, v in run.get_samples(group_by_chain=True).items()}
    asked = draws["base"][:, :, None, :]
    for level in drawn.levels:
        asked = asked + draws[level.name][:, :, drawn.groups[level.name][:, 0], :]
    worst = float(np.max(gelman_rubin(asked)))
    return asked.mean(axis=(0, 1)), asked.std(axis=(0, 1)), worst
