int f(a) int a; { return a; }
int f(long); //~ conflicting-types
int main(void)
{
    return 0;
}
