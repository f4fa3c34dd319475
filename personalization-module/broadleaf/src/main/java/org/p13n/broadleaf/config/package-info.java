/**
 * How the module is configured, switched, started and watched. The only package that sees all stages; none of them sees
 * it: what a stage needs to know it takes as a constructor argument or asks through an interface of its own.
 */
package org.p13n.broadleaf.config;
