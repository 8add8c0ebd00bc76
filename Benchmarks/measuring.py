"""Runs of whole processes: CPU seconds, wall seconds, peak memory, each as a list over the runs."""

import os
import statistics
import subprocess
import sys
import time


class Run:
    """One finished process, with the resources of the children it waited for."""

    def __init__(self, command, env=None, cwd=None, expect=(0,)):
        start = time.perf_counter()
        process = subprocess.Popen(
            command, env=env, cwd=cwd, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.output, errors = "", ""
        self.output = process.stdout.read()
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak_mib = usage.ru_maxrss / 1024
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expect:
            sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{errors[-2000:]}")


def paired(runs, ours, peer, prepare=lambda: None):
    """Ours and the peer in turn, after one uncounted run of each; two lists of runs."""
    lists = ([], [])
    for index in range(runs + 1):
        for which, command in enumerate((ours, peer)):
            if which == 0:
                prepare()
            run = command()
            if index > 0:
                lists[which].append(run)
    return lists


class Table:
    """Rows of: what was measured, ours, the peer or limit, the ratio, its spread, the goal."""

    HEADER = ("figure", "ours", "against", "ratio", "min-max", "runs", "goal", "")

    def __init__(self):
        self.rows = []

    def ratio(self, figure, ours, peer, unit, goal=None, at_most=True):
        """Medians of two equally long lists and the spread of their pairwise ratios."""
        ratios = [a / b for a, b in zip(ours, peer)]
        middle = statistics.median(ratios)
        met = goal is None or (middle <= goal if at_most else middle >= goal)
        sign = "<=" if at_most else ">="
        self.rows.append((
            figure, f"{statistics.median(ours):.4g} {unit}", f"{statistics.median(peer):.4g} {unit}",
            f"{middle:.2f}", f"{min(ratios):.2f}-{max(ratios):.2f}", str(len(ratios)),
            "" if goal is None else f"{sign} {goal:g}", "" if met else "MISSED"))

    def limit(self, figure, values, unit, goal, at_most=True):
        """A list of figures held against a limit."""
        middle = statistics.median(values)
        met = middle <= goal if at_most else middle >= goal
        self.rows.append((
            figure, f"{middle:.4g} {unit}", f"limit {goal:g} {unit}", f"{middle / goal:.2f}",
            f"{min(values) / goal:.2f}-{max(values) / goal:.2f}", str(len(values)),
            "<= 1" if at_most else ">= 1", "" if met else "MISSED"))

    def print(self):
        rows = [self.HEADER] + self.rows
        widths = [max(len(row[column]) for row in rows) for column in range(len(self.HEADER))]
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
