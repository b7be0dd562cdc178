"""Runs the query of argument 2 over the view of argument 1 in Spark, and prints the rows as JSON."""

import json
import sys

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "2")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
spark.sql(sys.argv[1]).createOrReplaceTempView("payroll")
print(json.dumps([[str(cell) for cell in row] for row in spark.sql(sys.argv[2]).collect()]))
spark.stop()
