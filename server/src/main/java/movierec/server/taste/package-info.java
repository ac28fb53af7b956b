/** What users say and do about titles: preferences, lists, events, export and erasure. */
@NullMarked
package movierec.server.taste;

import org.jspecify.annotations.NullMarked;
