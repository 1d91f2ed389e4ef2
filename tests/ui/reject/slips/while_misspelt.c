int main(void)
{
    int x = 3;
    whlie (x > 0) //~ unknown-word
        x--;
    If (x) //~ unknown-word
        return 1;
    return 0;
}
