// Handed straight to the library, a row is held to.
#include <string.h>

static char words[3][4] = {"one", "four", "six"};

static int kept(const char *word) { return word[0] == 'o'; }

int main(void)
{
    return kept(words[1]) + (strcmp(words[1], "foursix") == 0); //~ out-of-bounds
}
