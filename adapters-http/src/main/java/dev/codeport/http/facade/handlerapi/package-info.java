/**
 * {@code handler_api.php}, the protocol that SMS-Activate's clients speak, served: such a client
 * moves here by changing its host.
 *
 * <p>One path, all parameters in the query (or in a form), an action by name. What is answered is a
 * line of text, {@code TOKEN} or {@code TOKEN:argument}, or a JSON document, with status 200 either
 * way; only what keeps a request from its action (too often, too large, too much going on, a fault)
 * has a status of its own beside its token. The key is checked first, then the action, then its
 * parameters.
 *
 * <pre>
 *   STATUS_WAIT_CODE ──sms──► STATUS_OK:code ──3──► STATUS_WAIT_RETRY:old code ──sms──► STATUS_OK:code
 *          │ 8, time                │ 6, time                  │ 6, time
 *          └────────────────► STATUS_CANCEL ◄──────────────────┘
 * </pre>
 *
 * <p>Countries and services have the codes of SMS-Activate; a {@code CodeBook} knows them.
 */
@NullMarked
package dev.codeport.http.facade.handlerapi;

import org.jspecify.annotations.NullMarked;
