/**
 * What stands between HTTP and the routes: who may ask, problem details, the page's settings,
 * downloads.
 */
package org.documentpipeline.web;
