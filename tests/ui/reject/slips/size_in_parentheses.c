int main(void)
{
    int a(5); //~ syntax-error
    a[0] = 1;
    return a[0];
}
