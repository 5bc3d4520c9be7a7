"""The maximal covering of `phusong-bench siting` in Python: spopt's MCLP, solved by the CBC that comes with PuLP.

Started by the benchmark with a JSON file: weights, covers (for each candidate the demand points it covers), sites. Answers with one line of
JSON. The covers go in as a matrix of 0 (covered) and 1, with a service radius of 0.5, so that both programs have the very same instance.

By hand: python3 spopt_mclp.py instance.json
"""

import json
import sys
import time


def say(**fields):
    print(json.dumps(fields), flush=True)


def peak_bytes():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return None


def main():
    try:
        import numpy
        import pulp
        import spopt
        from spopt.locate import MCLP
    except ImportError as error:
        say(missing=error.name)
        return
    with open(sys.argv[1]) as file:
        instance = json.load(file)
    weights = numpy.array(instance["weights"])
    cost = numpy.ones((len(weights), len(instance["covers"])))
    for candidate, points in enumerate(instance["covers"]):
        cost[points, candidate] = 0
    start = time.perf_counter()
    model = MCLP.from_cost_matrix(cost, weights, service_radius=0.5, p_facilities=instance["sites"])
    built = time.perf_counter()
    model = model.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0, threads=1), results=False)
    solved = time.perf_counter()
    chosen = [site for site, variable in enumerate(model.fac_vars) if variable.value() > 0.5]
    covered = (cost[:, chosen] == 0).any(axis=1)
    say(
        versions=f"spopt {spopt.__version__}, PuLP {pulp.__version__}",
        status=pulp.LpStatus[model.problem.status],
        objective=int(weights[covered].sum()),
        buildSeconds=built - start,
        solveSeconds=solved - built,
        peakBytes=peak_bytes(),
    )


if __name__ == "__main__":
    main()
