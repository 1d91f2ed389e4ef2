int main(void)
{
    int a[2] = {1, 2}, i = 0;
    i += a; //~ wrong-operands
    return i;
}
