int main(void)
{
    int x = 3;
    == x; //~ syntax-error
    return 0;
}
