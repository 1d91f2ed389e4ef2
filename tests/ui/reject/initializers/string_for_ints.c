unsigned words[1][2] = {"a"}; //~ array-initializer
int main(void)
{
    return words[0][0];
}
