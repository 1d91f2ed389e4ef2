#include <assert.h>
#include <stddef.h>

struct text { int length; const char *data; };

int main(void)
{
    struct text v = {3, NULL};
    struct text *p = &v;
    assert(p != NULL && p->length == 4); //~ assertion-failed
    return 0;
}
