int add(int a, int b) //~ syntax-error
    return a + b;

int main(void)
{
    return add(1, 2);
}
