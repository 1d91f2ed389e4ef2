static int fro(int x) { return x; }

int main(void)
{
    int x = 3;
    fro(x) //~ missing-semicolon
    x--;
    return x;
}
