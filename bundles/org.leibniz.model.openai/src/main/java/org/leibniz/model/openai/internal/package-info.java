/**
 * The backend {@code openai}: models behind a server that speaks OpenAI's HTTP interface. Reading starts at {@link
 * org.leibniz.model.openai.internal.OpenAiModel}.
 */
package org.leibniz.model.openai.internal;
