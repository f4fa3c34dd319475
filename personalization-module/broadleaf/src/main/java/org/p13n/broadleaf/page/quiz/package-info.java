/**
 * The preference quiz: questions that a merchandiser writes into a {@linkplain org.p13n.broadleaf.page.quiz.QuizFile file}
 * and whose answers become what the shopper has declared, which counts more than anything concluded about him.
 */
package org.p13n.broadleaf.page.quiz;
