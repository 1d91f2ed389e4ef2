int main(void)
{
    int a[2][2];
    a[0, 1] = 3; //~ array-assignment
    return 0;
}
