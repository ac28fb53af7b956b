/** Answers with recommendations: personal lists, the front page, sessions, groups, surprises, similar titles. */
@NullMarked
package movierec.server.recommend;

import org.jspecify.annotations.NullMarked;
