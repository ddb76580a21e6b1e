/** What is accepted: names, keys, types decided by content, options, fingerprints. */
package org.documentpipeline.intake;
