/**
 * The engine beside other recommenders for the JVM: the same data, the same settings of the JVM, each in a process of its
 * own. {@code mvn -q -Pbenchmark -Dbenchmark.main=org.p13n.benchmark.peers.Peers -Dbenchmark.args=FOLDER}.
 */
package org.p13n.benchmark.peers;
