int other(void) __attribute__((alias("one"))); //~ unsupported
int one(void) { return 1; }
int main(void)
{
    return other();
}
