/** The ids by which the rooms know each other's things, and where new ones come from. */
@NullMarked
package dev.codeport.domain.id;

import org.jspecify.annotations.NullMarked;
