"""Runs each question of a JSON file through Spark and compares the answers; exits 1 on a difference."""

import json
import sys
import time

from pyspark.sql import SparkSession
from pyspark.sql.types import _parse_datatype_string

spark = (
    SparkSession.builder.master("local[2]")
    .appName("payproof conformance")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.driver.memory", "2g")
    # The tables are small and each query is new: one partition, one plan, little compiling.
    .config("spark.sql.shuffle.partitions", "1")
    .config("spark.default.parallelism", "1")
    .config("spark.sql.adaptive.enabled", "false")
    .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def ask(question):
    """How many answers differ; the first few are printed."""
    schema = _parse_datatype_string(question["columns"])
    numeric = [field.dataType.typeName() == "long" for field in schema.fields]
    rows = [
        tuple(int(v) if n and v is not None else v for v, n in zip(row, numeric))
        for row in question["rows"]
    ]
    spark.createDataFrame(rows, schema).createOrReplaceTempView("data")
    found = [row[0] for row in spark.sql(question["sql"]).collect()]
    answers = question["answers"]
    if question["name"].startswith("pools"):
        found, answers = sorted(found), sorted(answers)
    if len(found) != len(answers):
        print(f"{question['name']}: {len(found)} rows, not {len(answers)}")
        return max(len(found), len(answers))
    wrong = [(i, a, f) for i, (a, f) in enumerate(zip(answers, found)) if a != f]
    for i, answer, value in wrong[:3]:
        print(f"{question['name']}, row {i}: {value}, not {answer}")
    return len(wrong)


with open(sys.argv[1], encoding="utf8") as file:
    questions = json.load(file)
started = time.time()
differences = 0
for place, question in enumerate(questions, 1):
    differences += ask(question)
    if place % 50 == 0:
        print(f"{place} of {len(questions)} queries, {time.time() - started:.0f} s", flush=True)
count = sum(len(question["rows"]) for question in questions)
print(
    f"Spark {spark.version}: {len(questions)} queries, {count} rows, "
    f"{differences} differences, {time.time() - started:.0f} s"
)
spark.stop()
sys.exit(0 if differences == 0 and count > 0 else 1)
