struct point { int x, int y; }; //~ syntax-error

int main(void)
{
    struct point p = {1, 2};
    return p.x;
}
