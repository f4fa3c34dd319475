/**
 * How time and memory grow with the shop: a seeded synthetic shop is streamed into full trainings of rising size, each in a
 * process of its own. {@code mvn -q -Pbenchmark -Dbenchmark.main=org.p13n.benchmark.growth.Growth
 * -Dbenchmark.args="FOLDER 10000x100000 100000x1000000"}.
 */
package org.p13n.benchmark.growth;
