"""Simulated reports, for speed alone: nothing about them was measured anywhere.

5,000 employers in 20 industries, of which a few are told of often and most seldom; four stages, six
seasons from March to July, passes told sooner than fails, one in five never told. The same number
of rows is the same file on every run.
"""

from pathlib import Path

import duckdb

N_EMPLOYERS = 5000

# Uniform numbers out of a row's own number: no state, so the engine draws them on all cores.
_UNIFORM = "(hash(i * 16 + {}) / 18446744073709551616.0)"
_DRAWN = """
    SELECT i,
        CAST(floor({employers} * {u0} * {u0}) AS INTEGER) AS e,
        CAST(floor(6 * {u1}) AS INTEGER) AS s,
        {u2} AS u_stage, {u3} AS u_day, {u4} AS u_word, {u5} AS u_silent, {u6} AS u_told,
        sqrt(-2 * ln(greatest({u7}, 1e-12))) * cos(2 * pi() * {u8}) AS z
    FROM range({n_rows}) AS r(i)
"""
_SEEN = """
    SELECT *,
        0.35 + 0.3 * hash(e) / 18446744073709551616.0 AS passed_prob,
        CASE WHEN u_stage < 0.35 THEN 'document' WHEN u_stage < 0.65 THEN 'first'
            WHEN u_stage < 0.8 THEN 'middle' ELSE 'final' END AS stage,
        make_date(2019 + s, 3, 1) + CAST(floor(150 * u_day * u_day) AS INTEGER) AS held
    FROM drawn
"""
_REPORTED = """
    SELECT 'employer ' || lpad(CAST(e AS VARCHAR), 4, '0') AS employer,
        'industry ' || CAST(e % 20 AS VARCHAR) AS industry, stage, 'new_grad' AS track,
        CAST(CASE e % 4 WHEN 0 THEN 0 WHEN 1 THEN 50 WHEN 2 THEN 250 ELSE 3000 END AS INTEGER)
            AS size,
        CAST(2019 + s AS SMALLINT) AS season, held,
        CASE WHEN u_silent < 0.2 THEN 'none' WHEN u_word < passed_prob THEN 'pass' ELSE 'fail' END
            AS word,
        CAST(CASE WHEN u_silent < 0.2 THEN 10 + floor(80 * u_silent / 0.2)
            WHEN u_word < passed_prob THEN least(90, ceil(exp(1.7 + 0.6 * z)))
            ELSE least(90, ceil(exp(2.3 + 0.7 * z))) END AS SMALLINT) AS days,
        u_told < 0.4 AS followed, CAST(1 AS SMALLINT) AS count
    FROM seen
"""


def write_reports(path: Path, n_rows: int) -> None:
    """Write checked reports as Parquet, in the form in which `reports.counting` counts them."""
    uniforms = {f"u{k}": _UNIFORM.format(k) for k in range(9)}
    drawn = _DRAWN.format(employers=N_EMPLOYERS, n_rows=n_rows, **uniforms)
    with duckdb.connect() as engine:
        engine.execute(
            f"COPY (WITH drawn AS ({drawn}), seen AS ({_SEEN}) {_REPORTED}) "
            f"TO '{path}' (FORMAT parquet, COMPRESSION zstd)"
        )
