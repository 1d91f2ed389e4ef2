int one(void) { return 1; }
int other(void) __attribute__((alias(one))); //~ invalid-alias
int main(void)
{
    return other();
}
