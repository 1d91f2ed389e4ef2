#include "several_files.h"

static int own = 20;
const char *const names[] = {"zero", "one"};

int twice(int x) { return 2 * x + shared - 3; }
int counter(void) { return own++; }
