#include "limit.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

// Set, so that the parser makes all that it hands over, and empty, so that nothing is done with it.
static void start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                  int namespaces, const xmlChar **declarations, int attributes, int defaulted,
                  const xmlChar **values) {}
static void end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {}
static void text(void *user, const xmlChar *bytes, int count) {}
#if LIBXML_VERSION >= 21200
static void fault(void *user, const xmlError *error) {}
#else
static void fault(void *user, xmlError *error) {}
#endif

size_t limit_read(const char *bytes, size_t count, size_t piece) {
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start;
  sax.endElementNs = end;
  sax.characters = text;
  sax.cdataBlock = text;
  sax.ignorableWhitespace = text;
  sax.serror = fault;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
  if (context == NULL) return 0;
  xmlCtxtUseOptions(context, XML_PARSE_NOENT | XML_PARSE_NONET);
  size_t at = 0;
  int code = 0;
  do {
    size_t next = piece == 0 || count - at < piece ? count : at + piece;
    // A piece ends with a tag, as Mingle's do.
    if (next < count) {
      size_t tag = next;
      while (tag > at && bytes[tag - 1] != '>') tag--;
      if (tag > at) next = tag;
    }
    code = xmlParseChunk(context, bytes + at, (int)(next - at), next == count);
    at = next;
  } while (code == 0 && at < count);
  if (code != 0) {
    long read = xmlByteConsumed(context);
    if (read >= 0 && (size_t)read < count) count = (size_t)read;
  }
  xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
  return count;
}
