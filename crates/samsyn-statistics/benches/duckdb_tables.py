"""Counts the tables of some definitions by DuckDB: `duckdb_tables.py FOLDER TIMES`.

FOLDER holds facts.json (by fact: columns of codes, and numbers) and definitions.json, of which the first column of each is counted.
What comes out are the same sums as the program's, and what each time took from the query to the last row of its answer.
"""

import csv
import json
import pathlib
import sys
import time

import duckdb


def load(connection, folder, fact, rows):
    """Makes a table of a fact: codes as an ENUM and numbers as SMALLINT, as narrow as the program keeps them."""
    columns = {name: [column["codes"][place] for place in column["rows"]] for name, column in rows["columns"].items()}
    columns |= rows["numbers"]
    path = folder / f"{fact}.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(zip(*columns.values()))
    types = {}
    for name, column in rows["columns"].items():
        codes = ", ".join("'" + code.replace("'", "''") + "'" for code in column["codes"])
        connection.execute(f"CREATE TYPE {fact}_{name} AS ENUM ({codes})")
        types[name] = f"{fact}_{name}"
    types |= {name: "SMALLINT" for name in rows["numbers"]}
    fields = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
    connection.execute(f'CREATE TABLE "{fact}" ({fields})')
    connection.execute(f"COPY \"{fact}\" FROM '{path}' (FORMAT csv, HEADER false)")


def listed(codes):
    return ", ".join(f"'{code}'" for code in codes) or "NULL"


def split(measure):
    """What a measure splits rows by, and the number that it keeps, in SQL."""
    (kind, how), = measure.items()
    if kind == "count":
        return (f'"{how["across"]}"' if how.get("across") else "'all'"), "NULL"
    if kind == "share":
        column = f'"{how["column"]}"'
        return f"CASE WHEN {column} IN ({listed(how['of'])}) THEN 'counted' WHEN {column} IN ({listed(how['rest'])}) THEN 'rest' ELSE 'outside' END", "NULL"
    number = f'"{how["number"]}"'
    if kind in ("mean", "median"):
        return f"CASE WHEN {number} IS NULL THEN 'unknown' ELSE 'known' END", number
    starts = how["from"]
    classes = [f"WHEN {number} IS NULL THEN 'unknown'", f"WHEN {number} < {starts[0]} THEN 'below_{starts[0]}'"]
    classes += [f"WHEN {number} < {after} THEN '{start}_to_{after - 1}'" for start, after in zip(starts, starts[1:])]
    return f"CASE {' '.join(classes)} ELSE 'from_{starts[-1]}' END", "NULL"


def count(connection, definition, times):
    by = definition["by"][0]
    code, number = split(definition["measure"])
    query = f'SELECT "year", "{by}", {code}, {number}, count(*) FROM "{definition["fact"]}" GROUP BY ALL'
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        rows = connection.execute(query).fetchall()
        took.append((time.perf_counter() - begun) * 1000)
    years = {}
    for year, row, code, number, many in rows:
        cell = years.setdefault(year, {}).setdefault(row, {}).setdefault(code, {"count": 0})
        cell["count"] += many
        if number is not None:
            cell.setdefault("numbers", {})[str(number)] = many
    sums = {"definition": definition["code"], "version": definition["version"], "by": by, "years": years}
    return {"sums": sums, "milliseconds": took}


def main():
    folder, times = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    definitions = json.loads((folder / "definitions.json").read_text(encoding="utf-8"))
    connection = duckdb.connect()
    for fact in {definition["fact"] for definition in definitions}:
        load(connection, folder, fact, facts[fact])
    json.dump([count(connection, definition, times) for definition in definitions], sys.stdout)


main()
