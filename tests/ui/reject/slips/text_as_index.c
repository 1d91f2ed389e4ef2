int main(void)
{
    int a[3] = {0};
    return a["0"]; //~ not-subscriptable
}
