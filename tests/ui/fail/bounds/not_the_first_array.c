// A member that is not the first, or not all of the struct that is asked for, stays what it is
#include <string.h>

struct packet { int length; char payload[8]; int checksum; };
struct header { char name[8]; int rest[4]; };

int main(void)
{
    struct packet p = {8, "abcdefg", 1};
    struct header *h = (struct header *)p.payload;
    h->rest[0] = 1; //~ out-of-bounds
    return p.checksum;
}
