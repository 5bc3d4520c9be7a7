#!/usr/bin/env python3
"""Runs every notebook of this folder headless and stops with 1 when one fails.

    python3 -m pip install -r Notebooks/requirements.txt
    python3 Notebooks/run.py                      # all notebooks, nothing is written
    python3 Notebooks/run.py 1-quick-start.ipynb  # only this one
    python3 Notebooks/run.py --output DIR         # keep the run notebooks and their pictures in DIR

A notebook that carries outputs is refused: outputs stay out of git. The program under test is found by the
notebooks themselves: environment variable PHUSONG, else .build/release/phusong, else PATH.
"""

import argparse
import base64
import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

HERE = Path(__file__).resolve().parent
# One line per notebook: without ipykernel's note that it talks over local TCP ports, as Jupyter does by default.
KERNEL = ["--log-level=ERROR"]


def defects(notebook):
    """What must not stand in a committed notebook; empty when it is clean."""
    found = []
    identifiers = [cell.get("id") for cell in notebook.cells]
    if None in identifiers or len(set(identifiers)) != len(identifiers):
        found.append("cell ids are missing or not unique")
    for cell in notebook.cells:
        if cell.cell_type == "code" and (cell.get("outputs") or cell.get("execution_count") is not None):
            found.append(f"cell {cell.get('id')} carries outputs (clear them before you commit)")
    if notebook.metadata.get("kernelspec", {}).get("name") != "python3":
        found.append("the kernel is not python3")
    return found


def keep(notebook, name, folder):
    """Writes the run notebook, and its pictures as <notebook>-<cell id>.png."""
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / name)
    for cell in notebook.cells:
        pictures = [out.data["image/png"] for out in cell.get("outputs", []) if "image/png" in out.get("data", {})]
        for number, picture in enumerate(pictures, 1):
            suffix = f"-{number}" if len(pictures) > 1 else ""
            (folder / f"{Path(name).stem}-{cell.id}{suffix}.png").write_bytes(base64.b64decode(picture))


def run(path, timeout, output):
    """Runs one notebook; returns None, or why it failed."""
    notebook = nbformat.read(path, as_version=4)
    found = defects(notebook)
    if found:
        return "refused: " + "; ".join(found)
    client = NotebookClient(notebook, timeout=timeout, kernel_name="python3", extra_arguments=KERNEL, resources={"metadata": {"path": str(HERE)}})
    failure = None
    try:
        client.execute()
    except CellExecutionError as error:
        number = next((cell.id for cell in notebook.cells for out in cell.get("outputs", []) if out.output_type == "error"), "?")
        failure = f"cell {number}: {error.ename}: {error.evalue}"
    except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
        failure = f"{type(error).__name__}: {str(error).strip().splitlines()[0]}"
    if output:
        keep(notebook, path.name, output)
    return failure


def main():
    parser = argparse.ArgumentParser(description="Runs the notebooks headless; exit 1 when one fails.")
    parser.add_argument("notebooks", nargs="*", help="notebooks of this folder (default: all)")
    parser.add_argument("--output", type=Path, metavar="DIR", help="keep the run notebooks and their pictures here")
    parser.add_argument("--timeout", type=int, default=240, metavar="S", help="seconds that one cell may take (default 240)")
    arguments = parser.parse_args()

    paths = [HERE / Path(name).name for name in arguments.notebooks] or sorted(HERE.glob("*.ipynb"))
    missing = [path.name for path in paths if not path.is_file()]
    if missing or not paths:
        parser.error("no such notebook: " + ", ".join(missing) if missing else "no notebooks here")
    if arguments.output and arguments.output.resolve() == HERE:
        parser.error("--output must not be the folder of the notebooks")

    program = os.environ.get("PHUSONG")
    if program and Path(program).is_file():
        os.environ["PHUSONG"] = str(Path(program).resolve())  # the kernels start in another folder

    failed = False
    for path in paths:
        start = time.monotonic()
        failure = run(path, arguments.timeout, arguments.output)
        print(f"{'FAIL' if failure else 'ok  '}  {path.name}  {time.monotonic() - start:.1f} s" + (f"  {failure}" if failure else ""), flush=True)
        failed = failed or failure is not None
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
