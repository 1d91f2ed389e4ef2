int f(char);
int f(a) int a; { return a; } //~ conflicting-types
int g(int, int);
int g(a) int a; { return a; } //~ conflicting-types
int main(void)
{
    return 0;
}
