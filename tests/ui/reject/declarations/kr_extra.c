int f(a) int a;
int b; //~ not-a-parameter
{
    return a;
}
int main(void) {
    return 0;
}
