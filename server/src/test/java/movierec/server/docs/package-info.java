/** Tests of the documents, and the contract that tests of endpoints check their answers against. */
@NullMarked
package movierec.server.docs;

import org.jspecify.annotations.NullMarked;
