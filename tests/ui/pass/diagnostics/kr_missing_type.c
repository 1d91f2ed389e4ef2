int f(a, b) int a; //~ implicit-int
{
    return a;
}
int main(void) {
    return 0;
}
