"""The processing log on its way to a collector outside the program, line by line and only gone when that confirmed it.

Legal base: AVG art. 5(2); standard Logboek Dataverwerkingen, over the OpenTelemetry protocol as it recommends.
"""
