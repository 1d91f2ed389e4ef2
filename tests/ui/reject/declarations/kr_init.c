int f(a) int a = 3; //~ parameter-initializer
{
    return a;
}
int main(void) {
    return 0;
}
