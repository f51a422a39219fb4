/**
 * The part of Jinja that chat templates use: no attributes of Java objects, no files, no imports; values are texts, numbers,
 * lists and maps. From {@link org.leibniz.checkpoint.internal.chat.Lexer} over the parser to the {@link
 * org.leibniz.checkpoint.internal.chat.Renderer}.
 */
package org.leibniz.checkpoint.internal.chat;
