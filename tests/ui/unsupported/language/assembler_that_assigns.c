// No instruction, but an operand gets its value by it, or is reached by a call
static int calls;

static int *where(void)
{
    calls++;
    return &calls;
}

#define TAKE(to, from) __asm__("" : "=r"(to) : "0"(from))

int main(void)
{
    int taken;
    TAKE(taken, 3);                 //~ unsupported
    __asm__("" : "+r"(*where()));   //~ unsupported
    __asm__("" : : "r"(taken += 2)); //~ unsupported
    return taken;
}
