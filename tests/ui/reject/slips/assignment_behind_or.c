int main(void)
{
    int a = 0, b = 0;
    if (a == 1 || b = 2) //~ not-an-lvalue
        return 1;
    a = 1 || b = 2; //~ not-an-lvalue
    return a;
}
