// 6.3.2.1p2: an object whose struct is not known here has an address, and no value
struct store;
extern struct store shared;

int main(void)
{
    struct store *where = &shared;
    shared;       //~ incomplete-type
    (void)shared; //~ incomplete-type
    return where == 0;
}
