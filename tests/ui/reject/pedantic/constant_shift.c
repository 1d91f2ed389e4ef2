//@ options: --pedantic-errors
int n = 1 << 40; //~ invalid-shift
int main(void)
{
    return n;
}
