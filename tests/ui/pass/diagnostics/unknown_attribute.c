__attribute__((unsued)) static int spare; //~ unknown-attribute
__attribute__((unused, __cold__)) static int idle(void) { return 3; }
int main(void)
{
    return spare;
}
