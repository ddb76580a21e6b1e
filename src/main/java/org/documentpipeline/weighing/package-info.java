/** What a file takes of the heap while it is read, known before anything is made of it. */
package org.documentpipeline.weighing;
