/**
 * How good the engine's lists are on real data, beside plain published algorithms: {@code mvn -q -Pquality
 * -Dquality.data=FOLDER}. One class per protocol; baselines are written here, the models under test are the engine's own
 * with their default settings.
 */
package org.p13n.benchmark.quality;
