//@ options: --pedantic-errors
int f(char);
int f(a) char a; { return a; } //~ conflicting-types
int main(void)
{
    return 0;
}
