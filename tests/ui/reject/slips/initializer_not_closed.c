int m[2][2] = {{1, 2}, {3, 4}; //~ unbalanced-bracket
int n[2] = {1, 2;}; //~ unbalanced-bracket
int main(void)
{
    int k[2] = {
        1,
        2; //~ unbalanced-bracket
    int x = 1;
    -> y; //~ syntax-error
    return k[0] + m[0][0] + n[0] + x;
}
