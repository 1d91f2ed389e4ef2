int f(int x); //~ syntax-error
{
    return x + 1;
}
int main(void) {
    return f(1);
}
