#ifndef MINGLE_CLIBXML2_SHIM_H
#define MINGLE_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU; its headers then pull in ICU's, whose 'UErrorCode' collides with
// the copy inside Foundation and the test build dies. Nothing here needs ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// The code pages of the C library, for documents that are not in UTF-8.
#include <iconv.h>

// The structured error became const in 2.12; this name fits both.
#if LIBXML_VERSION >= 21200
typedef const xmlError *mingle_xml_error;
#else
typedef xmlError *mingle_xml_error;
#endif

#endif
